/** The logo: a seal with the character 术. Decoration; the name stands beside it. */
export function Seal({ className = "size-8" }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      lang="zh-Hans"
      className={`grid shrink-0 place-items-center rounded-lg bg-accent font-term text-[19px] leading-none text-accent-ink ${className}`}
    >
      术
    </span>
  );
}
