import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { toast } from '@/ui/toast/store'
import { call } from './call'
import { type ApiError, apiErrorOf, isFinal } from './error'
import { recordAction } from './recorder/recorder'
import { type CommandReference, type Input, keyOf, type Output, type QueryReference } from './reference'
import { newRequestId } from './requestId'

export interface CommandOptions<R extends CommandReference> {
  onDone?: (output: Output<R>, input: Input<R>) => void
  /** Shows the outcome before it is known, and returns what takes it back if it fails. */
  optimistic?: (input: Input<R>) => () => void
  /** Answers that the change makes old. */
  outdates?: readonly QueryReference[]
  /** Returns true where the page shows the error itself; otherwise a toast says it. */
  onError?: (error: ApiError) => boolean | undefined
}

interface Attempt {
  requestId: string
  input: string
}

interface Running<R extends CommandReference> {
  input: string
  done: Promise<Output<R> | undefined>
}

/** What is sent under one id: kept until it succeeds or the person sends something else. */
function useAttempt() {
  const attempt = useRef<Attempt | null>(null)
  return {
    idFor(input: unknown): string {
      const text = JSON.stringify(input)
      if (attempt.current?.input !== text) attempt.current = { requestId: newRequestId(), input: text }
      return attempt.current.requestId
    },
    finish(): void {
      attempt.current = null
    },
  }
}

/** The words for an error that no field can show. A mistake of ours says that trying again does it once, and its number. */
function wordsOf(error: ApiError): string {
  if (error.kind !== 'bug') return error.message
  return `${error.message}。再点一次，不会重复提交；还不行就把编号 ${error.requestId.slice(-8)} 给行政`
}

/**
 * A change in the cloud, sent at most once however often it is tapped or retried: one requestId belongs to one form
 * until it succeeds, is refused for good or its input changes. `run` resolves to the output, or to undefined after a failure that has
 * been shown; it never rejects.
 */
export function useCommand<R extends CommandReference>(reference: R, options: CommandOptions<R> = {}) {
  const client = useQueryClient()
  const attempt = useAttempt()
  const running = useRef<Running<R> | null>(null)
  const latest = useRef(options)
  latest.current = options
  const mutation = useMutation<Output<R>, Error, { input: Input<R>; requestId: string }>({
    mutationFn: ({ input, requestId }) => call(reference, input, { requestId }),
  })
  const { mutateAsync } = mutation

  const perform = async (input: Input<R>): Promise<Output<R> | undefined> => {
    toast.clear()
    const takeBack = latest.current.optimistic?.(input)
    const requestId = attempt.idFor(input)
    try {
      const output = await mutateAsync({ input, requestId })
      attempt.finish()
      recordAction(reference)
      for (const query of latest.current.outdates ?? []) {
        void client.invalidateQueries({ queryKey: keyOf(query) })
      }
      latest.current.onDone?.(output, input)
      return output
    } catch (thrown) {
      takeBack?.()
      const error = apiErrorOf(thrown, requestId)
      if (isFinal(error)) attempt.finish()
      if (!latest.current.onError?.(error)) toast.show(wordsOf(error))
      return undefined
    }
  }

  const performLatest = useRef(perform)
  performLatest.current = perform
  /**
   * A tap while the first one is under way joins it. Where the screen shows the outcome at once, one that asks for
   * something else goes after it: another switch of a list is not lost.
   */
  const run = useCallback((input: Input<R>) => {
    const text = JSON.stringify(input)
    const before = running.current
    if (before && (before.input === text || !latest.current.optimistic)) return before.done
    const begun = before ? before.done.then(() => performLatest.current(input)) : performLatest.current(input)
    const own: Running<R> = { input: text, done: begun }
    own.done = begun.finally(() => {
      if (running.current === own) running.current = null
    })
    running.current = own
    return own.done
  }, [])

  const error = mutation.error ? apiErrorOf(mutation.error) : undefined
  return {
    run,
    busy: mutation.isPending,
    error,
    forgetError: mutation.reset,
    isWrong: (field: string) => isNamed(error, field),
  }
}

/** Whether the error names this input or something inside it. */
function isNamed(error: ApiError | undefined, field: string): boolean {
  return error?.fields.some(path => path === field || path.startsWith(`${field}.`)) ?? false
}
