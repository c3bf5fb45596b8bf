import { content } from '@domain/content/contract'
import { serve } from '@platform/serve'
import { standingOf } from '../identity/public'
import { cleanMarkup } from './cleaning'
import { findArticles, listArticles, listKept } from './lists'
import { decideArticle, moveDraft, putOnTop } from './moving'
import { findDrafts, listAudiences, openDraft, openFigures, openNewsroom } from './newsroom'
import { confirmReading, markArticle, noteReading } from './noting'
import { openArticle, takeAttachment } from './openArticle'
import { openHome } from './openHome'
import { listUnconfirmed, remindUnconfirmed } from './reminding'
import { discardRevision, reviseArticle } from './revising'
import { saveArticle } from './saving'
import { tend } from './tend'
import { receiveArticleVerdict } from './verdicts'

const lists = { openHome, listArticles, findArticles, listKept }
const reading = { openArticle, takeAttachment, noteReading, markArticle, confirmReading }
const newsroom = { openNewsroom, findDrafts, openDraft, openFigures, listAudiences, saveArticle, cleanMarkup }
const figures = { listUnconfirmed, remindUnconfirmed }
const deciding = { moveDraft, reviseArticle, discardRevision, decideArticle, putOnTop }

export const main = serve('content', {
  contract: content,
  handlers: { ...lists, ...reading, ...newsroom, ...deciding, ...figures },
  standingOf,
  events: { wxa_media_check: receiveArticleVerdict },
  timers: { tend },
})
