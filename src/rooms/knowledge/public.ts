export { TermRow } from './TermRow'
export { useGlossary } from './useGlossary'
