'use client'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DropdownMenu } from 'radix-ui'
import { EXPORT_FORMATS } from '@/cases/values'
import { Button } from '../kit/button'
import { type ExportedTrace, exportAddress } from './export-address'

const ITEM =
  'flex min-h-8 cursor-pointer items-center rounded-2 px-2.5 text-13 text-ink outline-none data-[highlighted]:bg-surface-3 max-md:min-h-tap'

/** The trace as it is shown: printed to scale, as a picture, as a file for another system, and as it came. */
export function ExportMenu({
  trace,
  fileId,
  name,
}: {
  readonly trace: ExportedTrace | null
  readonly fileId: string
  readonly name: string
}) {
  const t = useTranslations('trace.export')
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button tone="quiet" size="sm">
          <Download size={14} aria-hidden />
          {t('title')}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="z-50 w-64 rounded-3 border border-line bg-surface p-1 shadow-2"
        >
          {trace &&
            EXPORT_FORMATS.map((format) => (
              <DropdownMenu.Item key={format} asChild className={ITEM}>
                <a href={exportAddress(trace, format)} target="_blank" rel="noreferrer">
                  {t(`format.${format}`)}
                </a>
              </DropdownMenu.Item>
            ))}
          <DropdownMenu.Item asChild className={ITEM}>
            <a href={`/api/v1/files/${fileId}`} download={name}>
              {t('original')}
            </a>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
