'use client'
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { Button } from '../kit/button'
import { Input } from '../kit/field'

/** A secret that is shown once, ready to copy. */
export function SecretBox({ label, secret }: { readonly label: string; readonly secret: string }) {
  const t = useTranslations('account.secret')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready')

  const copy = async () => {
    input.current?.select()
    // Without https the clipboard is not there at all; the selected text can still be copied by hand.
    const isCopied = await navigator.clipboard?.writeText(secret).then(
      () => true,
      () => false,
    )
    setState(isCopied ? 'copied' : 'failed')
  }

  return (
    <div className="grid gap-1.5">
      <span className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-13 font-medium">
          {label}
        </label>
        <span className="text-12 text-ink-2">{t('label')}</span>
      </span>
      <div className="flex gap-2">
        <Input
          ref={input}
          id={id}
          readOnly
          value={secret}
          onFocus={(event) => event.currentTarget.select()}
          className="min-w-0 font-mono text-12"
        />
        <Button onClick={() => void copy()} className="shrink-0">
          {state === 'copied' ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
          {state === 'copied' ? t('copied') : t('copy')}
        </Button>
      </div>
      <p role="status" className="text-12 text-ink-2">
        {state === 'failed' ? t('copyFailed') : ''}
      </p>
    </div>
  )
}
