import { z } from "zod";
import { AppError } from "@/lib/errors";
import { isOperationId } from "@/lib/srs/operation-id";
import type { ReviewsRequest } from "@/lib/srs/session-payload";
import type { CardId, OperationId, Quality } from "@/lib/srs/types";
import { forgivingText, text } from "../_text";

const OPERATIONS_MAX = 200;

const operationId = z
  .string("invalid")
  .refine(isOperationId, "invalid")
  .transform((id) => id as OperationId);
/** Any finite number: clocks are wrong, and lib/data puts wrong times where they belong. */
const milliseconds = z.number("invalid");

const base = {
  id: operationId,
  cardId: text({ min: 1, max: 300 }).transform((id) => id as CardId),
  answeredAt: milliseconds,
  timeZone: text({ min: 1, max: 64 }),
};
const answer = z.object({
  kind: z.literal("answer"),
  ...base,
  quality: z
    .int("out-of-range")
    .min(0, "out-of-range")
    .max(5, "out-of-range")
    .transform((quality) => quality as Quality),
  elapsedMs: milliseconds,
  mode: z.enum(["flip", "typed", "choice"], "unknown-choice"),
  typedText: forgivingText({ max: 2_000 }).optional(),
});
const undo = z.object({ kind: z.literal("undo"), ...base, targetId: operationId });

const operation = z
  .discriminatedUnion("kind", [answer, undo], "invalid")
  .transform((op) => (op.kind === "answer" ? withoutUndefined(op) : op));

function withoutUndefined({ typedText, ...op }: z.output<typeof answer>) {
  return typedText === undefined ? op : { ...op, typedText };
}

/** POST /api/reviews. Whoever sends too many is told so before each is looked at. */
export const REVIEWS_REQUEST = z.object({
  sentAt: milliseconds,
  ops: z
    .array(z.unknown(), "invalid")
    .transform((ops) => {
      if (ops.length > OPERATIONS_MAX) throw new AppError("too-many-operations");
      return ops;
    })
    .pipe(z.array(operation)),
}) satisfies z.ZodType<ReviewsRequest>;
