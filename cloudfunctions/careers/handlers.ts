import { apply } from './apply'
import { openBoard } from './board'
import { exportCandidates } from './exportCandidates'
import { favouritePosition } from './favouritePosition'
import { listMine } from './listMine'
import { moveCandidates } from './moveCandidates'
import { movePosition } from './movePosition'
import { openCandidate } from './openCandidate'
import { openDesk } from './openDesk'
import { openPosition } from './openPosition'
import { openPositionEdit } from './openPositionEdit'
import { openPositions } from './openPositions'
import { checkPositions, importPositions } from './positionImport'
import { refer } from './refer'
import { announceResume, openResume } from './resumes'
import { savePosition } from './savePosition'
import { showContact } from './showContact'
import { takeBack } from './takeBack'
import { tellLead } from './tellLead'

const looking = { openPositions, openPosition, favouritePosition }
const coming = { announceResume, refer, apply, listMine, takeBack, openResume }
const keeping = { openDesk, openPositionEdit, savePosition, movePosition, checkPositions, importPositions }
const recruiting = { openBoard, openCandidate, showContact, moveCandidates, tellLead, exportCandidates }

export const handlers = { ...looking, ...coming, ...keeping, ...recruiting }
