import type { PhotoDocument } from '../../cloudfunctions/union/store'
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

/** The pictures on the walls of the associations; all of them have passed the check. */
export function photosOf(world: World): PhotoDocument[] {
  return told.map(([associationId, by, cover, daysAgo]) => {
    const at = world.calendar.at(daysAgo, '20:15')
    return {
      _id: world.chance.id(at),
      associationId,
      eventId: null,
      fileId: fileIdOf('covers', cover),
      traceId: `seeded-${associationId}-${cover}`,
      state: 'passed',
      by: personOf(world.who(by)),
      at,
    }
  })
}
