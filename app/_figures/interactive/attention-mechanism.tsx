"use client";

import { useState } from "react";
import { type FigureLanguage, sayIn } from "../figure";
import { ATTENTION_HEIGHT, AttentionDrawing } from "../language/attention-mechanism";
import { FIRST_QUERY, SENTENCE, weightsOf } from "../language/sentence";
import { Choice, Playground } from "./controls";

/** The word is chosen whose query is shown. */
export default function InteractiveAttention({ language }: { language: FigureLanguage }) {
  const say = sayIn(language);
  const [query, setQuery] = useState(FIRST_QUERY);
  const nameOf = (index: number) => say(SENTENCE[index]?.zh ?? "", SENTENCE[index]?.en ?? "");
  const weights = weightsOf(query)
    .map((weight, index) => ({ name: nameOf(index), weight }))
    .sort((one, other) => other.weight - one.weight);
  const listed = weights.map(({ name, weight }) => `${name} ${weight.toFixed(2)}`);
  return (
    <Playground
      label={say("选一个词，看它把注意力放在哪里", "Choose a word and see where it looks")}
      height={ATTENTION_HEIGHT}
      drawing={<AttentionDrawing query={query} say={say} />}
      controls={
        <Choice
          label={say("查询词", "Query")}
          value={query}
          options={SENTENCE.map((_, index) => ({ value: index, label: nameOf(index) }))}
          onChange={setQuery}
        />
      }
      status={say(`“${nameOf(query)}”看：${listed.join("、")}`, `"${nameOf(query)}" looks at ${listed.join(", ")}`)}
    />
  );
}
