import type { FigureSpec } from "../figure";
import { adversarialExample } from "./adversarial-example";
import { averageFigures } from "./averages";
import { peopleFigures } from "./bayes";
import { bootstrap } from "./bootstrap";
import { classSizeFigures } from "./class-sizes";
import { confidenceInterval } from "./confidence-interval";
import { confusionFigures } from "./confusion-matrix";
import { distributionFigures } from "./distributions";
import { entropy } from "./entropy";
import { falseSuccessFigures } from "./false-success";
import { featureFigures } from "./features";
import { informationFigures } from "./information";
import { outlier } from "./outlier";
import { principalComponentAnalysis } from "./principal-components";
import { rankedFigures } from "./ranked-curves";
import { reliability } from "./reliability-diagram";
import { shiftFigures } from "./shift";
import { splitFigures } from "./splits";
import { threshold } from "./threshold";
import { twoUncertainties } from "./two-uncertainties";

export const evaluationFigures: readonly FigureSpec[] = [
  threshold,
  ...confusionFigures,
  ...rankedFigures,
  ...averageFigures,
  ...splitFigures,
  ...distributionFigures,
  twoUncertainties,
  ...peopleFigures,
  ...featureFigures,
  ...classSizeFigures,
  ...falseSuccessFigures,
  ...shiftFigures,
  adversarialExample,
  outlier,
  principalComponentAnalysis,
  ...informationFigures,
  confidenceInterval,
  bootstrap,
  reliability,
  entropy,
];
