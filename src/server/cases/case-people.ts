import 'server-only'

export type People = ReadonlyMap<string, { id: string; name: string; title: string | null }>

export function personOf(people: People, id: string): { id: string; name: string; title: string | null } {
  return people.get(id) ?? { id, name: '', title: null }
}
