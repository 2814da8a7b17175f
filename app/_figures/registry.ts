import { convolutionFigures } from "./convolution";
import { detectionFigures } from "./detection";
import { evaluationFigures } from "./evaluation";
import type { FigureSpec } from "./figure";
import { generationFigures } from "./generation";
import { languageFigures } from "./language";
import { learningFigures } from "./learning";
import { networksFigures } from "./networks";
import { systemsFigures } from "./systems";
import { trainingFigures } from "./training";

/** Every picture of the glossary. */
export const FIGURES: readonly FigureSpec[] = [
  ...convolutionFigures,
  ...detectionFigures,
  ...trainingFigures,
  ...networksFigures,
  ...evaluationFigures,
  ...systemsFigures,
  ...languageFigures,
  ...generationFigures,
  ...learningFigures,
];
