import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister'
import type { InfiniteData } from '@tanstack/react-query'
import {
  type PersistedClient,
  type PersistQueryClientProviderProps,
  removeOldestQuery,
} from '@tanstack/react-query-persist-client'
import Taro from '@tarojs/taro'
import { KEPT_MS } from './queryClient'

/** Raise it when the shape of an answer changes, so that no page meets an old one. */
const SHAPE = '5'

function isPaged(data: unknown): data is InfiniteData<unknown> {
  return typeof data === 'object' && data !== null && 'pages' in data && 'pageParams' in data
}

/** Of a list its first page is kept: what is seen first, and all that a return has to ask for again. */
export function firstPages(client: PersistedClient): PersistedClient {
  const queries = client.clientState.queries.map(query => {
    const { data } = query.state
    if (!isPaged(data)) return query
    const first = { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) }
    return { ...query, state: { ...query.state, data: first } }
  })
  return { ...client, clientState: { ...client.clientState, queries } }
}

const storage = {
  async getItem(key: string): Promise<string | null> {
    try {
      const { data } = await Taro.getStorage<string>({ key })
      return data
    } catch {
      // WeChat rejects for a key that is not there yet.
      return null
    }
  },
  async setItem(key: string, data: string): Promise<void> {
    await Taro.setStorage({ key, data })
  },
  async removeItem(key: string): Promise<void> {
    await Taro.removeStorage({ key })
  },
}

/**
 * Keeps answers on the phone, so that the first paint shows the last ones.
 * @param scope whose they are: another person's are never shown
 */
export function persistenceFor(scope: string): PersistQueryClientProviderProps['persistOptions'] {
  return {
    persister: createAsyncStoragePersister({
      storage,
      key: `answers.${scope}`,
      serialize: client => JSON.stringify(firstPages(client)),
      // WeChat keeps 1 MB a key: beyond it the oldest answers go.
      retry: removeOldestQuery,
    }),
    maxAge: KEPT_MS,
    buster: SHAPE,
    dehydrateOptions: {
      shouldDehydrateQuery: query => query.state.status === 'success' && query.meta?.kept !== false,
    },
  }
}
