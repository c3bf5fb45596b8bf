import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { api, keyOf, type Output } from '@/api'
import type { Place } from './placeWords'

/** A place of one's own as the list of them on this phone has it; undefined: it is not there. */
export function useKeptPlace(placeId: string): Place | undefined {
  const client = useQueryClient()
  const kept = client.getQueriesData<InfiniteData<Output<typeof api.booking.listPlaces>>>({
    queryKey: keyOf(api.booking.listPlaces),
  })
  return kept
    .flatMap(([, data]) => data?.pages ?? [])
    .flatMap(({ places }) => places)
    .find(place => place.placeId === placeId)
}
