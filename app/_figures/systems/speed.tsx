import type { FigureSpec } from "../figure";
import { Bracket } from "../kit/marks";
import { Arrow, Box, Label, Line } from "../kit/shapes";

/** Units of the figure per millisecond. */
const MS = 6;

const latencyThroughput: FigureSpec = {
  name: "latency-throughput",
  height: 168,
  caption: {
    zh: "同样 40 毫秒：4 张各等 10，还是 8 张都等 40？",
    en: "In 40 ms: 4 images that wait 10 each, or 8 that wait 40?",
  },
  alt: {
    zh: "两条时间轴，都长 40 毫秒。上：四块各 10 毫秒，每块 1 张，每秒 100 张，延迟 10 毫秒。下：一块 40 毫秒含 8 张，每秒 200 张，延迟 40 毫秒。",
    en: "Two timelines of 40 ms. Above, four blocks of 10 ms with one image each: 100 per second, latency 10 ms. Below, one block of 40 ms with 8 images: 200 per second, latency 40 ms.",
  },
  draw: (say) => (
    <>
      <Label at={[30, 14]} anchor="start" strong>
        {say("逐张：每秒 100 张", "one by one: 100 per s")}
      </Label>
      {[0, 1, 2, 3].map((image) => (
        <Box key={image} x={30 + image * 10 * MS + 1} y={28} width={10 * MS - 2} height={26} label={image + 1} />
      ))}
      <Bracket from={30} to={30 + 10 * MS} y={58} label={say("10 毫秒", "10 ms")} />
      <Label at={[30, 98]} anchor="start" strong>
        {say("8 张一批：每秒 200 张", "batch of 8: 200 per s")}
      </Label>
      <Box x={31} y={110} width={40 * MS - 2} height={26} tone="accent" />
      {[1, 2, 3, 4, 5, 6, 7, 8].map((image) => (
        <Label key={image} at={[30 + (image - 0.5) * 5 * MS, 123]}>
          {image}
        </Label>
      ))}
      <Bracket from={30} to={30 + 40 * MS} y={140} label={say("40 毫秒", "40 ms")} />
    </>
  ),
};

const FRAME_MS = 25;

const framesPerSecond: FigureSpec = {
  name: "fps",
  height: 128,
  caption: {
    zh: "每张 25 毫秒：摄像头每 33 毫秒来一帧，跟得上",
    en: "25 ms an image: the camera brings one every 33 ms, so the model keeps up",
  },
  alt: {
    zh: "100 毫秒的时间轴。摄像头每秒 30 帧，约每 33 毫秒来一帧；模型每张用 25 毫秒，每秒 40 帧，每帧之后都有空闲。",
    en: "A timeline of 100 ms. The camera takes 30 frames per second, one about every 33 ms; the model needs 25 ms each, 40 per second, and is idle after each frame.",
  },
  draw: (say) => {
    const unit = 2.1;
    const arrivals = [0, 1, 2].map((frame) => (frame * 1000) / 30);
    return (
      <>
        <Label at={[68, 26]} anchor="end">
          {say("摄像头", "camera")}
        </Label>
        <Label at={[68, 68]} anchor="end">
          {say("模型", "model")}
        </Label>
        {arrivals.map((arrival, index) => (
          <g key={arrival}>
            <Box x={76 + arrival * unit} y={16} width={20} height={20} tone="ink-2" radius={1} label={index + 1} />
            <Arrow from={[76 + arrival * unit + 1, 38]} to={[76 + arrival * unit + 1, 54]} />
            <Box
              x={76 + arrival * unit}
              y={56}
              width={FRAME_MS * unit}
              height={24}
              tone="accent"
              radius={1}
              label={index + 1}
            />
          </g>
        ))}
        <Line from={[76, 88]} to={[76 + 100 * unit, 88]} />
        {[0, 25, 50, 75, 100].map((ms) => (
          <g key={ms}>
            <Line from={[76 + ms * unit, 88]} to={[76 + ms * unit, 92]} />
            <Label at={[76 + ms * unit, 102]} size={12} tone="ink-2">
              {ms}
            </Label>
          </g>
        ))}
        <Label at={[68, 102]} anchor="end" size={12} tone="ink-2">
          {say("毫秒", "ms")}
        </Label>
        <Label at={[181, 120]} size={12} strong>
          {`1000 ${say("÷", "/")} 25 = 40 FPS`}
        </Label>
      </>
    );
  },
};

export const speedFigures: readonly FigureSpec[] = [latencyThroughput, framesPerSecond];
