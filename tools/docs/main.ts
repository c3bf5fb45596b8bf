import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describeContracts } from '../build/contract'
import { renderApi } from './api'

/** `npm run docs` writes docs/api.md from the contracts. */
writeFileSync(path.join(__dirname, '../../docs/api.md'), renderApi(describeContracts()))
