import { answerMessage } from './answerMessage'
import { attend } from './attend'
import { closeDraw, draw, giveUpDraw } from './drawing'
import { exportBroadcast } from './exportBroadcast'
import { heart } from './heart'
import { giveReplay, moveBroadcast } from './moveBroadcast'
import { noteHandOver } from './noteHandOver'
import { openBroadcast } from './openBroadcast'
import { openBroadcasts } from './openBroadcasts'
import { openDesk, openEdit } from './openDesk'
import { openDraw } from './openDraw'
import { openRun } from './openRun'
import { pulse } from './pulse'
import { remindMe } from './remindMe'
import { saveBroadcast } from './saveBroadcast'

const watching = { openBroadcasts, openBroadcast, remindMe, heart, pulse, attend, openDraw }
const preparing = { openDesk, openEdit, saveBroadcast, moveBroadcast, giveReplay }
const running = { openRun, answerMessage, closeDraw, draw, giveUpDraw, noteHandOver, exportBroadcast }

export const handlers = { ...watching, ...preparing, ...running }
