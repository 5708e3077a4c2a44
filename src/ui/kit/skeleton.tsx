import { classNames } from './class-names'

/** A still grey place for what is loading; give it the real size through `className`. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden="true" className={classNames('block rounded-1 bg-surface-3', className)} />
}
