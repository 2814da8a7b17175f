import type { FigureSpec } from "../figure";
import { averageFigures } from "./averages";
import { peopleFigures } from "./bayes";
import { bootstrap } from "./bootstrap";
import { confidenceInterval } from "./confidence-interval";
import { confusionFigures } from "./confusion-matrix";
import { dataFigures } from "./data-shift";
import { distributionFigures } from "./distributions";
import { entropy } from "./entropy";
import { featureFigures } from "./features";
import { informationFigures } from "./information";
import { outlier } from "./outlier";
import { principalComponentAnalysis } from "./principal-components";
import { rankedFigures } from "./ranked-curves";
import { reliability } from "./reliability-diagram";
import { threshold } from "./threshold";

export const evaluationFigures: readonly FigureSpec[] = [
  threshold,
  ...confusionFigures,
  ...rankedFigures,
  ...averageFigures,
  ...distributionFigures,
  ...peopleFigures,
  ...featureFigures,
  ...dataFigures,
  outlier,
  principalComponentAnalysis,
  ...informationFigures,
  confidenceInterval,
  bootstrap,
  reliability,
  entropy,
];
