import type { PhotoDocument } from '../../cloudfunctions/union/store'
import { type Instant, MINUTE_MS } from '../../domain/kernel/time'
import { eventsTold } from './eventsTold'
import { fileIdOf } from './files'
import { personOf } from './people'
import type { World } from './world'

/** Who put which drawing on whose wall, and when. */
const told: readonly (readonly [associationId: string, by: string, cover: string, daysAgo: number])[] = [
  ['lens', 'handong', 'factory', 2],
  ['lens', 'linxiaochuan', 'night', 5],
  ['lens', 'linxiaochuan', 'window', 9],
  ['lens', 'handong', 'beams', 12],
  ['run', 'xuzhiyuan', 'road', 3],
  ['run', 'xuzhiyuan', 'harbor', 17],
  ['choir', 'shenyining', 'stage', 8],
  ['bike', 'chengye', 'map', 6],
]

interface Hung {
  associationId: string
  eventId: string | null
  by: string
  cover: string
  at: Instant
}

/** The pictures on the walls of the associations, those of events among them; all of them have passed the check. */
export function photosOf(world: World): PhotoDocument[] {
  const { calendar } = world
  const hung: Hung[] = told.map(([associationId, by, cover, daysAgo]) => ({
    associationId,
    eventId: null,
    by,
    cover,
    at: calendar.at(daysAgo, '20:15'),
  }))
  const taken: Hung[] = eventsTold.flatMap(({ id, associationId, photos = [], days, until }) =>
    photos.map(([by, cover], index) => ({
      associationId,
      eventId: id,
      by,
      cover,
      at: calendar.ahead(days, until) + index * MINUTE_MS,
    })),
  )
  return [...hung, ...taken].map(({ cover, by, ...rest }) => ({
    _id: world.chance.id(rest.at),
    ...rest,
    fileId: fileIdOf('covers', cover),
    traceId: `seeded-${rest.associationId}-${cover}`,
    state: 'passed',
    by: personOf(world.who(by)),
  }))
}
