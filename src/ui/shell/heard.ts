/**
 * Which answers somebody at this computer has opened: their alarm stops ringing in every tab of it. The case stays in
 * the bar until it is confirmed. Only ids and instants are kept.
 */
const KEY = 'yurak-heard'
const KEPT = 100
const listeners = new Set<() => void>()

export function markHeard(caseId: string, answeredAt: string): void {
  const mark = markOf(caseId, answeredAt)
  const marks = heardMarks()
  if (marks.includes(mark)) return
  try {
    localStorage.setItem(KEY, [...marks.split(' ').slice(-KEPT), mark].join(' ').trim())
  } catch {
    // A full or forbidden storage only means that other tabs go on ringing.
  }
  for (const listener of listeners) listener()
}

export function isHeard(marks: string, caseId: string, answeredAt: string): boolean {
  return marks.includes(markOf(caseId, answeredAt))
}

/** All marks as one string, which compares by value. */
export function heardMarks(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

export function subscribeHeard(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function markOf(caseId: string, answeredAt: string): string {
  return `${caseId}@${answeredAt}`
}
