/** Filters that a person has given a name, kept in this browser; one of them may be how the board opens. */
import { z } from 'zod'
import { QueueFilter } from './queue-filter'

const SavedView = z.object({ id: z.string(), name: z.string(), filter: QueueFilter })
export type SavedView = z.infer<typeof SavedView>

const SavedViews = z.object({ views: z.array(SavedView), defaultId: z.string().nullable() })
export type SavedViews = z.infer<typeof SavedViews>

export const NO_VIEWS: SavedViews = { views: [], defaultId: null }
export const MAX_NAME = 40
const MAX_VIEWS = 30

/** Two people may share a computer. */
export const viewsKeyOf = (userId: string) => `yurak.views.${userId}`

/** What an older page wrote, or somebody else, counts as nothing. */
export function parseViews(text: string | null): SavedViews {
  if (text === null) return NO_VIEWS
  try {
    return SavedViews.parse(JSON.parse(text))
  } catch {
    return NO_VIEWS
  }
}

/** A view with a known name is written over: nobody wants two of one name. */
export function withView(views: SavedViews, view: SavedView): SavedViews {
  const others = views.views.filter(({ id, name }) => id !== view.id && name !== view.name)
  const replaced = views.views.find(({ name }) => name === view.name)
  const defaultId = replaced !== undefined && views.defaultId === replaced.id ? view.id : views.defaultId
  return { views: [...others, view].slice(-MAX_VIEWS), defaultId }
}

export function withoutView(views: SavedViews, id: string): SavedViews {
  return {
    views: views.views.filter((view) => view.id !== id),
    defaultId: views.defaultId === id ? null : views.defaultId,
  }
}

export function withDefault(views: SavedViews, id: string | null): SavedViews {
  return { ...views, defaultId: id }
}

export function defaultFilter({ views, defaultId }: SavedViews): QueueFilter | null {
  return views.find(({ id }) => id === defaultId)?.filter ?? null
}
