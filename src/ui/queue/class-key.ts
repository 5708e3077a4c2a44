/** The last part of message keys that differ by class. */
export const CLASS_KEY = { EMERGENT: 'emergent', URGENT: 'urgent', ROUTINE: 'routine' } as const
