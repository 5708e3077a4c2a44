import 'server-only'
import type { Role } from '@/cases/values'
import { env } from '../env'
import { DEMO_PASSWORD } from '../seed/demo-places'

const ACCOUNTS: readonly { readonly email: string; readonly role: Role }[] = [
  { email: 'nurse@jarqorgon.demo', role: 'nurse' },
  { email: 'nurse@denov.demo', role: 'nurse' },
  { email: 'cardiologist@surxon.demo', role: 'cardiologist' },
  { email: 'cardiologist2@surxon.demo', role: 'cardiologist' },
  { email: 'cardiologist@qashqa.demo', role: 'cardiologist' },
  { email: 'coordinator@surxon.demo', role: 'coordinator' },
  { email: 'admin@yurak.demo', role: 'admin' },
  { email: 'auditor@yurak.demo', role: 'auditor' },
]

/** Shown at the sign-in, but only by an installation that made its own demo data. */
export function listDemoAccounts(): { email: string; password: string; role: Role }[] {
  if (env().YURAK_DEMO !== '1') return []
  return ACCOUNTS.map((account) => ({ ...account, password: DEMO_PASSWORD }))
}
