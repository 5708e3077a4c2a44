import type { ReactNode } from 'react'
import { AppTexts } from '@/ui/texts/app-texts'

export default function WallLayout({ children }: { readonly children: ReactNode }) {
  return <AppTexts>{children}</AppTexts>
}
