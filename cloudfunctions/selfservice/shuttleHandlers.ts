import { checkFeed } from './checkFeed'
import { dropDraft } from './dropDraft'
import { exportFeed } from './exportFeed'
import { favourLine } from './favourLine'
import { openDraft } from './openDraft'
import { openDraftLine } from './openDraftLine'
import { openLine } from './openLine'
import { openShuttle } from './openShuttle'
import { openShuttleDesk } from './openShuttleDesk'
import { openTimetable } from './openTimetable'
import { previewDraft } from './previewDraft'
import { publishDraft } from './publishDraft'
import { removeLine } from './removeLine'
import { saveLine } from './saveLine'
import { savePlaces } from './savePlaces'
import { saveServices } from './saveServices'
import { startDraft } from './startDraft'
import { unfavourLine } from './unfavourLine'
import { withdrawTimetable } from './withdrawTimetable'

const riders = { openShuttle, openLine, openTimetable, favourLine, unfavourLine }
const drafts = { startDraft, openDraft, openDraftLine, saveLine, removeLine, savePlaces, saveServices }
const versions = { openShuttleDesk, previewDraft, publishDraft, dropDraft, withdrawTimetable }
const feeds = { checkFeed, exportFeed }

export const shuttleHandlers = { ...riders, ...drafts, ...versions, ...feeds }
