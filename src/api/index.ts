export { call } from './call'
export { ApiError, isFinal } from './error'
export { holdCommand, isSent } from './held/heldCommands'
export { useHeldIds } from './held/useHeldIds'
export { recordRead } from './recorder/recorder'
export { api, type Input, keyOf, type Output } from './reference'
export { newRequestId } from './requestId'
export { clockOffsetMs, useServerNow } from './serverClock'
export {
  takeWanted,
  useCountedWaiting,
  useForgetColleague,
  useRefreshSession,
  useSession,
} from './session'
export { callerScope, fileUrl, pictureAddress } from './transport'
export { uploadFilm, uploadImage, uploadPlace } from './uploads'
export { useAskToNotify } from './useAskToNotify'
export { useCommand } from './useCommand'
export { usePolling, useRefreshOnShow } from './useFollowing'
export { useLast } from './useLast'
export { useEndlessPages, usePullToRefresh, useRefreshFromTop } from './usePagedScreen'
export { usePagesOf, useQueryOf } from './useQueryOf'
export { useTail } from './useTail'
