import { DAY_MS, SECOND_MS } from '@domain/kernel/time'
import { MutationCache, onlineManager, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './error'

/** How long an answer is shown on the phone when nothing newer can be had. */
export const KEPT_MS = 7 * DAY_MS

/** Returning to a tab within this time asks nothing. */
const FRESH_MS = 30 * SECOND_MS

const ATTEMPTS_MAX = 3

/**
 * Only what the way or the moment broke is worth asking again: a refusal stays one, and so does a phone that knows it is
 * off line until it says otherwise; what is in sight is then asked for again by itself.
 */
export function shouldRetry(failures: number, error: unknown): boolean {
  const isPassing = error instanceof ApiError && error.kind === 'retry' && onlineManager.isOnline()
  return isPassing && failures < ATTEMPTS_MAX - 1
}

const retryDelayMs = (failures: number) => Math.min(4_000, 500 * 2 ** failures)

/** What is gone or closed to its reader is not to be read from the phone either. */
const isWithdrawn = (error: unknown) =>
  error instanceof ApiError && (error.kind === 'missing' || error.kind === 'denied')

/**
 * @param onError hears of every query and command that failed for good
 */
export function createQueryClient(onError: (error: unknown) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (isWithdrawn(error)) query.setState({ data: undefined, dataUpdatedAt: 0 })
        onError(error)
      },
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        gcTime: KEPT_MS,
        retry: shouldRetry,
        retryDelay: retryDelayMs,
        // An offline phone gets its error at once instead of waiting without a word.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: {
        // Safe, because a command carries its requestId: the second attempt gets the first one's result.
        retry: (failures, error) => failures < 1 && shouldRetry(failures, error),
        retryDelay: retryDelayMs,
        networkMode: 'always',
      },
    },
  })
}
