import { recordOperations } from "@/lib/data/answers";
import type { ReviewsRequest, ReviewsResponse } from "@/lib/srs/session-payload";
import type { UserId } from "@/lib/srs/types";

/** Records what a learner sent, and says of each operation what became of it. `receivedAt`: ms since the epoch, before it was read. */
export async function takeAnswers(
  userId: UserId,
  { ops, sentAt }: ReviewsRequest,
  receivedAt: number,
): Promise<ReviewsResponse> {
  return { results: await recordOperations(userId, { ops, sentAt, receivedAt }) };
}
