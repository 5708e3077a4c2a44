'use client'

import { useTranslations } from 'next-intl'
import type { KeyHelp } from '../queue/key-list'

/** The keys of the reading page. */
export function useReviewKeyHelp(canAnswer: boolean): KeyHelp[] {
  const t = useTranslations('review.keys')
  const answering: KeyHelp[] = [
    { keys: ['1', '2', '3'], text: t('verdict') },
    { keys: ['U'], text: t('undo') },
    { keys: ['N'], text: t('note') },
    { keys: ['E'], text: t('report') },
    { keys: ['Ctrl', '↵'], text: t('sign') },
    { keys: ['Ctrl', 'Z'], text: t('undoReport') },
    { keys: ['C'], text: t('claim') },
    { keys: ['R'], text: t('release') },
    { keys: ['H'], text: t('handOver') },
    { keys: ['J'], text: t('next') },
  ]
  return [
    ...(canAnswer ? answering : []),
    { keys: ['F'], text: t('finding') },
    ...(canAnswer ? [{ keys: ['A'], text: t('agree') }] : []),
    { keys: ['T'], text: t('tab') },
    { keys: ['M'], text: t('measure') },
    { keys: ['K', 'B', 'X', 'W'], text: t('view') },
    { keys: ['Ctrl', 'P'], text: t('print') },
    { keys: ['V', '1…0'], text: t('viewer') },
    { keys: ['Shift', '1…0'], text: t('layoutDigit') },
    { keys: ['+', '−', '0'], text: t('size') },
    { keys: ['S', 'G', 'L'], text: t('scale') },
    { keys: ['Esc'], text: t('back') },
    { keys: ['?'], text: t('help') },
  ]
}
