import type { Instant } from '@domain/kernel/time'
import { keepHouse } from '@platform/shift'
import { purgePictures, tellReporters } from './aftermath'
import { tellOfLikes } from './applause'
import { countChanged, warmUp } from './counting'
import { doubtLate } from './doubts'
import { removeLeft } from './droppedPictures'
import { payForLikes } from './esteem'
import { settleEvidence } from './evidence'
import { countTopics } from './topicCounts'
import { rankAllTopics } from './topics'
import { settleVerdicts } from './verdicts'

/** In this order: what readers see comes before what only the next minutes need. */
const jobs = {
  verdicts: settleVerdicts,
  doubted: doubtLate,
  evidence: settleEvidence,
  counted: countChanged,
  warmed: warmUp,
  applauded: tellOfLikes,
  esteemed: payForLikes,
  topics: rankAllTopics,
  topicPosts: countTopics,
  told: tellReporters,
  purged: purgePictures,
  removed: removeLeft,
}

export const tend = (now: Instant) => keepHouse('forum', jobs, now)
