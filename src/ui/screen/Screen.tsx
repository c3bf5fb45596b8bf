import { View } from '@tarojs/components'
import { type ReactNode, useCallback, useState } from 'react'
import { ariaState } from '../a11y/ariaState'
import { landmark } from '../a11y/spoken'
import { PageStyle } from '../appearance/PageStyle'
import { useAppearance } from '../appearance/store'
import { ExplainingScreen } from '../explained/ExplainingScreen'
import { AboveProvider } from '../nav/above'
import { toast } from '../toast/store'
import { ToastHost } from '../toast/ToastHost'
import { EmptyFace, type EmptyFaceProps, ErrorFace, StaleLine, type WayOn } from './faces'
import { readFault } from './fault'
import './screen.scss'
import { useShown } from './shown'
import { useDelay } from './useDelay'

/** The part of a react-query result that Screen reads. */
export interface ScreenQuery<T> {
  data?: T
  isPending: boolean
  isFetching: boolean
  isError: boolean
  error: unknown
  /** When `data` came, in ms since the epoch. */
  dataUpdatedAt: number
  refetch: () => Promise<unknown>
}

export interface ScreenProps<T> {
  /** The Nav. It stays above every face. */
  nav?: ReactNode
  /** Takes the Nav's place above an error, for a page whose Nav lies over a cover that is then not there. */
  plainNav?: ReactNode
  /** The menu that stands beside the page in a wide window; a phone draws none. */
  side?: ReactNode
  /** In a wide window the page is one column of reading width: a form, one matter. Lists and tables take it all. */
  column?: boolean
  /** What stays between the Nav and the faces: segments, chips, a search field. */
  header?: ReactNode
  /** The BottomBar; its place at the end of the page is kept free. */
  bar?: ReactNode
  /** The form inside brings its own BottomBar; its place is kept free as well. */
  ownBar?: boolean
  /** A tab's page: the tab bar's place is kept free. */
  tab?: boolean
  /** Paper instead of ground, for reading and writing. */
  paper?: boolean
  /** What the page waits for. Without it the page is always full. */
  query?: ScreenQuery<T>
  /** Shown when nothing is known after 400 ms, in the shape of the content. */
  skeleton?: ReactNode
  empty?: EmptyFaceProps
  /** Where to go when what the page is about is gone or closed to the reader. Default: back. */
  elsewhere?: WayOn
  /** Default: an empty array, or an empty `items` inside. */
  isEmpty?: (data: T) => boolean
  children: ReactNode | ((data: T) => ReactNode)
}

const skeletonDelayMs = 400

/** Younger content is refreshed without a word. */
const staleAfterMs = 5 * 60_000

function holdsNothing(data: unknown): boolean {
  if (Array.isArray(data)) return data.length === 0
  if (typeof data !== 'object' || data === null || !('items' in data)) return false
  return Array.isArray(data.items) && data.items.length === 0
}

function StaleNotice<T>({ query }: { query: ScreenQuery<T> }) {
  const now = Date.now()
  const old = query.dataUpdatedAt > 0 && now - query.dataUpdatedAt > staleAfterMs
  const failed = query.isError && !query.isFetching
  if (!failed && !(query.isFetching && old)) return null
  return (
    <StaleLine
      updatedAt={query.dataUpdatedAt}
      now={now}
      failed={failed}
      onRetry={() => void query.refetch()}
    />
  )
}

/**
 * What keeps the page from showing anything. A second try keeps the error, and its busy button, in sight until the answer is there: a query
 * without data forgets its error as soon as it is fetched again.
 */
function useFailure<T>(query: ScreenQuery<T> | undefined) {
  const [held, setHeld] = useState<{ error: unknown }>()
  const retry = useCallback(async () => {
    if (!query) return
    toast.clear()
    setHeld({ error: query.error })
    try {
      await query.refetch()
    } finally {
      setHeld(undefined)
    }
  }, [query])
  if (query === undefined || query.data !== undefined) return { failure: undefined, retry }
  return { failure: held ?? (query.isError ? { error: query.error } : undefined), retry }
}

interface FacesProps<T> extends ScreenProps<T> {
  failure: { error: unknown } | undefined
  onRetry: () => Promise<unknown>
}

function Faces<T>(props: FacesProps<T>) {
  const { query, skeleton, empty, isEmpty = holdsNothing, elsewhere, failure, onRetry, children } = props
  const waiting = query !== undefined && query.data === undefined && !query.isError
  const showSkeleton = useDelay(waiting, skeletonDelayMs)
  if (!query) return <>{typeof children === 'function' ? null : children}</>
  const { data } = query
  if (data !== undefined) {
    return (
      <>
        <StaleNotice query={query} />
        {empty && isEmpty(data) ? (
          <EmptyFace {...empty} />
        ) : typeof children === 'function' ? (
          children(data)
        ) : (
          children
        )}
      </>
    )
  }
  if (failure) return <ErrorFace error={failure.error} onRetry={onRetry} elsewhere={elsewhere} />
  return (
    <View {...ariaState({ busy: true })} aria-label="正在加载">
      {showSkeleton ? skeleton : null}
    </View>
  )
}

/**
 * The root of every page: theme and text scale, the toast's place, and the five faces of what the page
 * waits for: skeleton, empty, error, stale, full. No page draws its own.
 *
 *     <Screen nav={<Nav title='协会' />} query={associations} skeleton={<SkeletonRows />} empty={{ title: '还没有协会' }}>
 *       {data => <AssociationList items={data.items} />}
 *     </Screen>
 */
export function Screen<T>(props: ScreenProps<T>) {
  const { nav, plainNav, side, column = false, header, ownBar = false, tab = false, paper = false } = props
  const { failure, retry } = useFailure(props.query)
  // Below a door that stays closed there is nothing to do.
  const fault = failure && readFault(failure.error)
  const bar = fault && !fault.canRetry ? null : props.bar
  useShown()
  const theme = useAppearance(state => state.theme)
  const face = `${tab ? ' screen--tab' : ''}${bar || ownBar ? ' screen--bar' : ''}${paper ? ' screen--paper' : ''}${side ? ` screen--side screen--${column ? 'column' : 'table'}` : ''}`
  return (
    <>
      <PageStyle />
      <View className={`screen${face} ${theme ?? ''}`} {...landmark('main')}>
        <ExplainingScreen>
          <AboveProvider>
            {side}
            {failure && plainNav ? plainNav : nav}
          </AboveProvider>
          {fault?.isClosed ? null : header}
          <View className="screen__body">
            <Faces {...props} failure={failure} onRetry={retry} />
          </View>
          {bar}
        </ExplainingScreen>
        <ToastHost />
      </View>
    </>
  )
}
