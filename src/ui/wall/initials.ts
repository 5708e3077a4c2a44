/** Visitors see the wall: a person is initials there, never a name. Null for who has no name. */
export function initialsOf(patientName: string | null): string | null {
  if (patientName === null) return null
  const words = patientName.split(/\s+/).filter(Boolean)
  return words.map(initialOf).join(' ') || null
}

/** `Sh` and `Ch`, `Oʻ` and `Gʻ` are one letter each. */
function initialOf(word: string): string {
  const letter = /^(?:Sh|Ch|[OG][ʻ'‘’`])/i.exec(word)?.[0] ?? word.charAt(0)
  return `${letter.charAt(0).toUpperCase()}${letter.slice(1).toLowerCase()}.`
}
