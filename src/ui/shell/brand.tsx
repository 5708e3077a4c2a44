/** The mark of Yurak: a heart with a beat in it. */
export function BrandMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0 text-accent"
      aria-hidden="true"
    >
      <path d="M3.2 10.6C2.4 6.6 5 4 7.9 4c1.9 0 3.3 1 4.1 2.5C12.8 5 14.2 4 16.1 4c3.6 0 6.1 3.7 4.1 8.1-1.5 3.2-5 5.9-8.2 7.9-2.2-1.4-4.3-2.9-5.9-4.6" />
      <path d="M2.5 13h5l1.6-3.6 2.7 6 1.7-2.4h3" strokeWidth="1.7" />
    </svg>
  )
}
