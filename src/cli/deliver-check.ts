// The workspace and the environment → whether what leaves the machine is well declared, without sending anything.
import { readAlerts } from '../config/alerts.ts'
import { type BriefDelivery, type DeliveryList, readDelivery } from '../config/delivery.ts'
import { readMailServer } from '../config/delivery-server.ts'
import type { Workspace } from '../config/workspace.ts'

export type DeliveryCheck = { readonly name: string; readonly isGood: boolean; readonly said: string }

/** A line for deliveries and one for alerts; each mistake of their files instead. Nothing declared is nothing wrong. */
export async function checkDeliveries(
  workspace: Workspace,
  env: NodeJS.ProcessEnv,
): Promise<DeliveryCheck[]> {
  const { folder, briefs, sources, municipality } = workspace
  const delivery = await readDelivery(
    folder,
    briefs.map(({ id }) => id),
  )
  const alerts = await readAlerts(folder, {
    sourceIds: sources.map(({ id }) => id),
    subjectIds: municipality.subjects.map(({ id }) => id),
  })
  const lists = [...delivery.briefs.values()]
  const all = listEach(lists)
  const mails = all.some(({ mail }) => mail.length > 0) || (alerts.rules?.mail.length ?? 0) > 0
  return [
    ...tell(
      'Entregas',
      delivery.faults,
      lists.length === 0 ? 'ninguna declarada' : countOf(lists.length, 'reporte'),
    ),
    ...all
      .filter(({ mail, count }) => mail.length !== count)
      .map(({ listId, mail, count }) => ({
        name: 'Entregas',
        isGood: false,
        said: `${listId} tiene ${countOf(mail.length, 'correo')} y «count» dice ${count}`,
      })),
    ...briefs
      .filter(({ id, addendum }) => addendum !== undefined && delivery.briefs.get(id)?.addendum === null)
      .map(({ id }) => ({
        name: 'Entregas',
        isGood: false,
        said: `${id} saca alcance solo y delivery.yml no dice a quién va: agrega «addendum: true»`,
      })),
    ...tell(
      'Avisos',
      alerts.faults,
      alerts.rules === null ? 'ninguno declarado' : countOf(alerts.rules.rules.length, 'regla'),
    ),
    ...(mails ? [checkServer(env)] : []),
  ]
}

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** The lists of briefs and those that addenda and extraordinary editions have of their own, each once. */
function listEach(briefs: readonly BriefDelivery[]): DeliveryList[] {
  const lists = briefs.flatMap((brief) => [brief, brief.addendum, brief.extraordinary])
  return [...new Map(lists.flatMap((list) => (list === null ? [] : [[list.listId, list] as const]))).values()]
}

function tell(name: string, faults: readonly Error[], said: string): DeliveryCheck[] {
  if (faults.length === 0) return [{ name, isGood: true, said }]
  return faults.map(({ message }) => ({ name, isGood: false, said: message }))
}

function checkServer(env: NodeJS.ProcessEnv): DeliveryCheck {
  const name = 'Servidor de correo'
  try {
    const server = readMailServer(env)
    if (server === null) return { name, isGood: false, said: 'falta la variable SINTESIS_SMTP_URL' }
    const how = server.security === 'none' ? 'SIN CIFRAR' : server.security.toUpperCase()
    return { name, isGood: true, said: `${server.host}:${server.port} (${how})` }
  } catch (error) {
    return { name, isGood: false, said: error instanceof Error ? error.message : String(error) }
  }
}
