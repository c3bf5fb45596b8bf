import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from './call'
import { type Input, keyOf, type Output, type QueryReference } from './reference'

export interface QueryOptions {
  /** False: not asked yet. */
  enabled?: boolean
  /** How long an answer counts as fresh. 0 for what others move on: a parcel, an application. */
  staleMs?: number
  /** False for what should not outlive the app on the phone, such as somebody else's papers. */
  kept?: boolean
}

/** The answer of a query, from the cache first. Its result is what `Screen` takes. */
export function useQueryOf<R extends QueryReference>(
  reference: R,
  input: Input<R>,
  { enabled = true, staleMs, kept = true }: QueryOptions = {},
) {
  return useQuery<Output<R>>({
    queryKey: keyOf(reference, input),
    queryFn: () => call(reference, input),
    enabled,
    meta: { kept },
    ...(staleMs === undefined ? {} : { staleTime: staleMs }),
  })
}

export interface PagesOptions extends QueryOptions {
  /** Where the first page begins, if another procedure has given the beginning. */
  from?: string
}

const pagesKeyOf = (reference: QueryReference, input: unknown, from: string | undefined) => [
  ...keyOf(reference, input),
  { pages: true, from },
]

/** A list page by page: the contract's `next` is the following page's `after`. */
export function usePagesOf<R extends QueryReference>(
  reference: R,
  input: Omit<Input<R>, 'after'>,
  { enabled = true, staleMs, kept = true, from }: PagesOptions = {},
) {
  const queryKey = pagesKeyOf(reference, input, from)
  const query = useInfiniteQuery<
    Output<R>,
    Error,
    InfiniteData<Output<R>, string | null>,
    readonly unknown[],
    string | null
  >({
    queryKey,
    queryFn: ({ pageParam }) => {
      const page = (pageParam === null ? input : { ...input, after: pageParam }) as Input<R>
      return call(reference, page)
    },
    // `null`, because the phone keeps pages as JSON, which has no `undefined`: a restored list asks as a new one does.
    initialPageParam: from ?? null,
    getNextPageParam: last => (last as { next?: string | null }).next,
    enabled,
    meta: { kept },
    // Each page would be asked for again, one after the other: someone deep in a list pulls it down instead.
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= 1,
    ...(staleMs === undefined ? {} : { staleTime: staleMs }),
  })
  return { ...query, queryKey }
}
