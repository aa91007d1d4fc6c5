/** Header words by meaning, lower case without accents: English, German, French, Spanish, Portuguese, Dutch, … */
import type { LaneKind } from "@sameside/model";
import type { Field, Meaning } from "./meaning.ts";

const WORDS_BY_FIELD: Readonly<Record<Field, string>> = {
  journeyNo: "journey no, journey number",
  journey:
    "journey, journey name, journey title, journey map, customer journey, user journey map, map, scenario, szenario, scenario name, parcours, recorrido, jornada, klantreis",
  customerType:
    "customer type, customer segment, segment, persona, personas, user type, kundentyp, kundensegment, zielgruppe, type de client, tipo de cliente, klanttype",
  variant: "variant, version, as is to be, variante",
  scale: "scale, score scale, skala, echelle, escala, schaal",
  phaseNo: "phase no, phase number, stage no, stage number",
  phase:
    "phase, phases, stage, stages, journey stage, journey phase, lifecycle stage, section, phasen, abschnitt, etape, etapes, etapa, etapas, fase, fases, fasen, fasi, этап, 阶段, フェーズ, ステージ, 단계",
  touchpointNo: "touchpoint no, touchpoint number, step no, step number",
  touchpoint:
    "touchpoint, touchpoints, touch point, touch points, contact point, interaction, interactions, kontaktpunkt, kontaktpunkte, beruhrungspunkt, point de contact, points de contact, punto de contacto, puntos de contacto, ponto de contato, pontos de contato, contactpunt, contactmoment, punto di contatto, touchpunkt, точка контакта, 触点, 接触点, タッチポイント, 접점",
  step: "step, steps, task, tasks, journey step, activity, activities, moment, schritt, schritte, tache, paso, pasos, passo, passos, stap, stappen, шаг, 步骤, ステップ",
  channel:
    "channel, channels, medium, device, kanal, kanale, canal, canaux, canales, canais, kanaal, канал, 渠道, チャネル",
  owner:
    "owner, owners, department, team, responsible, process owner, owner department, responsibility, abteilung, verantwortlich, zustandig, responsable, responsavel, departamento, service responsable, afdeling, eigenaar, 负责人, 担当",
  stage: "front or back stage, front back stage, frontstage backstage, line of visibility, visibility",
  actors:
    "actor, actors, who, people, participants, people involved, akteur, akteure, beteiligte, acteur, acteurs, actores, atores, wie",
  score:
    "score, rating, emotion, emotions, emotion score, emotional score, emotion rating, feeling, feelings, satisfaction, satisfaction score, sentiment, sentiment score, mood, csat, emotionen, gefuhl, gefuhle, stimmung, bewertung, emocion, emociones, emocao, emocoes, sentimento, emotie, emoties, gevoel, emozione, emozioni, эмоции, 情绪, 感情",
  scoreRole: "score role, rated by",
  moment: "moment of truth, moments of truth, mot, moment of truth kind",
  momentValue: "moment value, moment of truth value, value of the moment",
  momentReason: "moment reason, moment of truth reason",
  lane: "lane, swimlane, card type, category, kategorie, categorie, categoria",
  laneKind: "lane kind, kind, card kind",
  laneOwner: "lane owner",
  card: "card, card text, text, sticky, sticky note, note text, karte, carte, tarjeta, kaart",
  body: "long text, body, details",
  grade: "grade, evidence grade, confidence grade",
  writtenFor: "written for",
  ignored: "id, no, nr, num, number, #, row, index, order, sort, uuid, key",
  case: "case id, case, caseid, case concept name, trace id, session id, session, sessionid, visit id, user id, userid, customer id, customerid, client id, visitor id, cookie, cookie id, order id, account id, device id, event id, eventid",
  time: "timestamp, time timestamp, datetime, date time, date, time, event time, eventtime, event date, start time, end time, start timestamp, complete timestamp, start date, end date, occurred at, created at, createdat, zeitstempel, horodatage, fecha, data, tijdstip",
};

const WORDS_BY_KIND: Readonly<Partial<Record<LaneKind, string>>> = {
  doing:
    "doing, action, actions, user action, user actions, what they do, behavior, behaviour, handlung, handlungen, aktion, aktionen, acciones, accion, acao, acoes, actie, acties, 行动, 行動",
  thinking:
    "thinking, thought, thoughts, thought quote, thoughts quotes, quote, quotes, verbatim, verbatims, in their words, what they say, what they think, says, gedanken, gedanke, zitat, zitate, pensee, pensees, citation, pensamiento, pensamientos, pensamento, pensamentos, gedachte, gedachten, citaat, 想法, 思考",
  pain: "pain, pains, pain point, pain points, painpoint, painpoints, problem, problems, friction, frictions, frustration, frustrations, barrier, barriers, issue, issues, schmerzpunkt, schmerzpunkte, probleme, problemen, point de douleur, points de douleur, irritant, irritants, puntos de dolor, punto de dolor, dolores, dor, dores, pontos de dor, pijnpunt, pijnpunten, 痛点, 課題",
  strength:
    "strength, strengths, positive, positives, delight, delights, gain, gains, highlight, highlights, what works, starke, starken, points forts, fortalezas, pontos fortes, sterke punten",
  opportunity:
    "opportunity, opportunities, idea, ideas, improvement, improvements, solution, solutions, recommendation, recommendations, chance, chancen, idee, ideen, opportunite, opportunites, oportunidad, oportunidades, oportunidade, kans, kansen, 机会, 機会",
  metric:
    "metric, metrics, kpi, kpis, measure, measures, success metric, success metrics, kennzahl, kennzahlen, metrica, metricas, indicateur, indicateurs",
  evidence:
    "evidence, source, sources, research, proof, finding, findings, insight, insights, beleg, belege, quelle, preuve, evidencia, bewijs",
  "what-if": "what if, was ware wenn, et si, wat als",
  action:
    "next step, next steps, action item, action items, todo, to do, nachste schritte, prochaines etapes, proximos pasos, volgende stappen",
  support:
    "support, support process, support processes, backstage, backstage action, backstage actions, behind the scenes, system, systems, it systems, technology, process, processes, internal process, systeme",
  free: "notes, note, comment, comments, kommentar, notizen",
};

/** Meaning by header words. */
export const WORDS: ReadonlyMap<string, Meaning> = new Map([
  ...Object.entries(WORDS_BY_KIND).flatMap(([kind, words]) => entriesOf(words, { kind: kind as LaneKind })),
  ...Object.entries(WORDS_BY_FIELD).flatMap(([field, words]) => entriesOf(words, { field: field as Field })),
]);

function entriesOf(words: string, meaning: Meaning): [string, Meaning][] {
  return words.split(", ").map((word) => [word, meaning]);
}
