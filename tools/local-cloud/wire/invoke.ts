import { SOURCE_CLIENT } from '../functions/caller'
import type { CallFailure, FunctionRunner } from '../functions/runner'
import type { Invocation } from '../state/invocations'
import type { WireReply } from './admin'

const CODES: Record<CallFailure, string> = {
  FUNCTION_NOT_FOUND: 'FUNCTIONS_REQUEST_FAIL',
  EVENT_TOO_LARGE: 'FUNCTIONS_REQUEST_FAIL',
  FUNCTION_TIMED_OUT: 'FUNCTIONS_EXECUTE_FAIL',
  FUNCTION_FAILED: 'FUNCTIONS_EXECUTE_FAIL',
}

/** `cloud.callFunction` from inside a function: the caller's identity goes along, `scf` joins the source. */
export class InvokeWire {
  constructor(private readonly runner: FunctionRunner) {}

  async execute(params: Record<string, unknown>, invocation: Invocation | undefined): Promise<WireReply> {
    const event = parseEvent(params.request_data)
    if (!event) return { code: 'INVALID_PARAM', message: 'request_data is not a JSON object' }
    const { openid = null, source = SOURCE_CLIENT } = invocation?.record ?? {}
    const result = await this.runner.call({
      function: String(params.function_name ?? ''),
      event,
      caller: { openid, source: `${source},scf` },
    })
    return result.ok
      ? { data: { response_data: result.result } }
      : { code: CODES[result.failure], message: `${result.failure}: ${firstLine(result.message)}` }
  }
}

/** The stack stays with the function that failed. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? ''
}

function parseEvent(requestData: unknown): Record<string, unknown> | null {
  if (requestData === undefined || requestData === '') return {}
  try {
    const event: unknown = JSON.parse(String(requestData))
    return typeof event === 'object' && event !== null ? (event as Record<string, unknown>) : null
  } catch {
    return null
  }
}
