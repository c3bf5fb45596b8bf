import { stats } from '@domain/stats/contract'
import { handleWith } from '@platform/context'
import { adviceAlong, readAdvice } from './readAdvice'

export const openAdviser = handleWith(stats.openAdviser, adviceAlong, ({ now }, _input, along) =>
  readAdvice(along, now),
)
