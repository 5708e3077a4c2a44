'use client'
import { Camera, FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useEffect, useId, useState } from 'react'
import { buttonLook } from '../../kit/button'
import { classNames } from '../../kit/class-names'

/** Ways in for a file: drop it anywhere on the page, paste it, choose it, photograph the paper. */
export function FileDrop({
  onFiles,
  isRoomy = false,
}: {
  readonly onFiles: (files: readonly File[]) => void
  /** Nothing here yet: a large target. */
  readonly isRoomy?: boolean
}) {
  const t = useTranslations('newCase.files')
  const chooseId = useId()
  const cameraId = useId()
  const isOver = usePageDrop(onFiles)
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])])
    // The same file may be chosen again after it was removed.
    event.target.value = ''
  }
  return (
    <div className="grid grid-cols-2 gap-2 md:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
      <label
        htmlFor={chooseId}
        className={classNames(
          'relative grid cursor-pointer content-center gap-0.5 rounded-2 border border-dashed px-3 py-2 focus-within:shadow-[var(--focus)] hover:bg-surface-3 max-md:justify-items-center max-md:text-center',
          isRoomy ? 'min-h-[76px] md:min-h-[220px] md:justify-items-center md:text-center' : 'min-h-[76px]',
          isOver ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
      >
        <span className="flex items-center gap-2 font-semi max-md:grid max-md:justify-items-center max-md:text-14">
          <FileUp size={18} aria-hidden="true" />
          <span className="max-md:hidden">{t('drop')}</span>
          <span className="md:hidden">{t('choose')}</span>
        </span>
        <span className="text-12 text-ink-2 max-md:hidden">{t('dropHint')}</span>
        <input id={chooseId} type="file" multiple onChange={take} aria-label={t('choose')} className="sr-only" />
      </label>
      <label
        htmlFor={cameraId}
        className={`${buttonLook({ size: 'lg' })} relative cursor-pointer flex-col gap-0.5 text-14! focus-within:shadow-[var(--focus)]`}
      >
        <Camera size={18} aria-hidden="true" />
        {t('camera')}
        <input
          id={cameraId}
          type="file"
          accept="image/*"
          capture="environment"
          onChange={take}
          aria-label={t('camera')}
          className="sr-only"
        />
      </label>
    </div>
  )
}

/** The whole page takes files that are dropped or pasted. */
function usePageDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const hasFiles = (transfer: DataTransfer | null) => transfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return
      event.preventDefault()
      setOver(false)
      onFiles([...(event.dataTransfer?.files ?? [])])
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length > 0) onFiles(files)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [onFiles])
  return isOver
}
