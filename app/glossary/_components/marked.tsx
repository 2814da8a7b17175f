/** Text with every occurrence of `query` marked, whatever its case. */
export function Marked({ text, query }: { text: string; query: string }) {
  const needle = query.trim();
  if (needle === "") return text;
  const pieces = text.split(new RegExp(`(${needle.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")})`, "iu"));
  if (pieces.length === 1) return text;
  return pieces.map((piece, index) =>
    // Splitting by a group puts what matched at the odd places.
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
      <mark key={index} className="rounded-sm bg-accent-soft text-inherit">
        {piece}
      </mark>
    ) : (
      piece
    ),
  );
}
