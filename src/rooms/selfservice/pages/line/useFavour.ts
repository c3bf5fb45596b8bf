import { api, useCommand } from '@/api'
import { toast } from '@/ui/toast/store'
import { ridingQueries } from '../../outdated'

/** Makes a line a favourite with one's own stop, or no favourite any more. */
export function useFavour(lineId: string) {
  const favour = useCommand(api.selfservice.favourLine, {
    outdates: ridingQueries,
    onDone: () => toast.show('设好了，改点会提前告诉你'),
  })
  const unfavour = useCommand(api.selfservice.unfavourLine, {
    outdates: ridingQueries,
    onDone: () => toast.show('不再关注这条线'),
  })
  return {
    choose: (directionId: '0' | '1', stopId: string) => favour.run({ lineId, directionId, stopId }),
    leave: () => unfavour.run({ lineId }),
  }
}
