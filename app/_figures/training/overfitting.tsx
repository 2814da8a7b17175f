import type { FigureSpec } from "../figure";
import { scientific } from "../kit/numbers";
import { FIRST_DEGREE, FitPlot, fitTo, OVERFITTING_HEIGHT } from "./fit-plot";

const OVER = fitTo("line", FIRST_DEGREE);

export const overfitting: FigureSpec = {
  name: "overfitting",
  height: OVERFITTING_HEIGHT,
  caption: {
    zh: "曲线穿过每个训练点，却离测试点（竖线）很远",
    en: "The curve meets every training point but misses the test points (vertical lines)",
  },
  liveCaption: {
    zh: "次数越高，训练误差越小；看测试误差从哪里起不再跟着降",
    en: "A higher degree always lowers the training error; watch where the test error stops following",
  },
  alt: {
    zh: `十个训练点大致排成一条直线，9 次多项式穿过每一个点，训练误差为 ${scientific(OVER.trainError)}，却在两端剧烈摆动；夹在中间的九个测试点的均方误差为 ${scientific(OVER.testError)}`,
    en: `Ten training points lie roughly on a line; a polynomial of degree 9 passes through all of them, with training error ${scientific(OVER.trainError)}, but swings wildly at the ends, and the mean squared error at nine test points between them is ${scientific(OVER.testError)}`,
  },
  draw: (say) => <FitPlot shape="line" degree={FIRST_DEGREE} say={say} />,
  interactive: true,
};
