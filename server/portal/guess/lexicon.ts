/**
 * How forwarders word the elements of their lists, by what the list is about. The first pattern that fits decides, so
 * the narrower one stands first. Texts are lower case, with «е» for «ё».
 */
export type Lexicon = readonly (readonly [RegExp, string])[]

const BODY: Lexicon = [
  [/манипул|кран/u, 'manipulator'],
  [/мульт/u, 'reefer_multi'],
  [/реф|reef/u, 'reefer'],
  [/изот|insul/u, 'isotherm'],
  [/штор|curtain/u, 'curtain'],
  [/мега|mega/u, 'mega'],
  [/джамб|jumbo/u, 'jumbo'],
  [/тент|еврофур|tilt|tent/u, 'tent'],
  [/цельномет|ц\/м|\bbox/u, 'box'],
  [/фург|промтовар|\bvan/u, 'van'],
  [/контейн|container/u, 'container'],
  [/трал|низкорам|low/u, 'lowboy'],
  [/площад|flatbed|platform/u, 'platform'],
  [/самосв|tipper/u, 'tipper'],
  [/цистерн|налив|бочк|tank/u, 'tanker'],
  [/автовоз|car carrier/u, 'car_carrier'],
  [/зерно|grain/u, 'grain'],
  [/лесов|сортимент|timber/u, 'timber'],
  [/борт|dropside/u, 'flatbed'],
  [/друг|проч|ин(?:ое|ой)|other/u, 'other'],
]
const LOADING: Lexicon = [
  [/бок.*(?:двух|обе|2)|both sides/u, 'side_both'],
  [/попереч|crossbar/u, 'no_crossbars'],
  [/стоек|стойк|post/u, 'no_posts'],
  [/растент|untent/u, 'untent'],
  [/гидро|tail.?lift/u, 'tail_lift'],
  [/аппар|рамп|ramp/u, 'ramps'],
  [/налив|pour|liquid/u, 'pour'],
  [/бок|side/u, 'side'],
  [/верх|top/u, 'top'],
  [/зад|rear|back/u, 'rear'],
]
const TERM_EVENT: Lexicon = [
  [/этрн|эпд|e-waybill/u, 'etrn'],
  [/скан|копи|scan/u, 'scan'],
  [/ориг|подлин|original/u, 'originals'],
  [/сч[её]т|invoice/u, 'invoice'],
  [/выгруз|разгруз|факт|unload/u, 'unloading'],
]
const LOST: Lexicon = [
  [/дубл|duplicate/u, 'duplicate'],
  [/спам|spam/u, 'spam'],
  [/должник|долг|debt/u, 'debtor'],
  [/конкурент|другому|другого|competitor/u, 'competitor'],
  [/цен|дорог|ставк|тариф|rate|price/u, 'rate'],
  [/молч|отвеча|пропал|связь|silent/u, 'silent'],
  [/перен|отлож|потом|postpone/u, 'postponed'],
  [/машин|транспорт|truck/u, 'no_truck'],
  [/срок|дат|успев|date/u, 'dates'],
  [/груз|cargo/u, 'cargo'],
  [/отказ|передум|отмен|клиент|declin/u, 'client_declined'],
  [/друг|проч|ин(?:ое|ая)|other/u, 'other'],
]
const DECLINED: Lexicon = [
  [/сб(?:\s|$)|безопас|провер|security/u, 'security'],
  [/конкурент|друго|competitor/u, 'competitor'],
  [/цен|дорог|ставк|rate/u, 'rate'],
  [/срок|дат|date/u, 'dates'],
  [/машин|транспорт|тс|vehicle/u, 'vehicle'],
  [/клиент|передум|отмен/u, 'client_declined'],
  [/проч|ин(?:ое|ая)|other/u, 'other'],
]
const STATE: Lexicon = [
  [/стоп|ч[её]рн|чс|блок|запрет|не работаем|stop|black/u, 'stop'],
  [/пауз|приост|времен|отпуск|pause/u, 'paused'],
  [/работ|актив|действ|active/u, 'active'],
]
const SECURITY: Lexicon = [
  [/не\s?пров|новый|unknown|not checked/u, 'unknown'],
  [/отказ|не прош|отриц|запрет|fail|reject/u, 'failed'],
  [/одобр|прош[её]л|провер|соглас|passed|ok/u, 'passed'],
]
const CHANNEL: Lexicon = [
  [/ватс|вотс|whats|wa(?:$|\s)/u, 'whatsapp'],
  [/телег|telegram|тг(?:$|\s)/u, 'telegram'],
  [/max|макс/u, 'max'],
  [/смс|sms/u, 'sms'],
  [/почт|mail/u, 'email'],
  [/звон|телеф|phone|call/u, 'phone'],
]
const SOURCE: Lexicon = [
  [/excel|импорт|загруж|import/u, 'import'],
  [/ати|бирж|board|ati/u, 'board'],
  [/мессендж|ватс|телег|чат|messenger/u, 'messenger'],
  [/почт|mail/u, 'email'],
  [/анкет|форм|сайт|form|site/u, 'form'],
  [/звон|телеф|call|phone/u, 'call'],
]
const KIND: Lexicon = [
  [/машин|ставить|срочн|truck/u, 'truck_needed'],
  [/стоим|ставк|просч|узнать|price/u, 'price_inquiry'],
]
const ACTION: Lexicon = [
  [/исполн|везет|едет|назнач|executor/u, 'executor'],
  [/предлож|ставк|цен|quote|offer/u, 'quote'],
]
const DIRECTION: Lexicon = [
  [/экспорт|export/u, 'export'],
  [/импорт|import/u, 'import'],
  [/транзит|transit/u, 'transit'],
  [/внутр|росси|рф|domestic/u, 'domestic'],
]
const YES: Lexicon = [
  [/^(?:да|yes|можно|есть|возможен)/u, 'yes'],
  [/^(?:нет|no|нельзя)/u, 'no'],
]

export const LEXICONS: Record<string, Lexicon> = {
  BODY,
  LOADING,
  UNLOADING: LOADING,
  CLIENT_TERM_EVENT: TERM_EVENT,
  CARRIER_TERM_EVENT: TERM_EVENT,
  TERM_EVENT,
  LOST_REASON: LOST,
  DECLINE_REASON: DECLINED,
  STATE,
  SECURITY,
  CHANNEL,
  SOURCE,
  KIND,
  ACTION,
  DIRECTION_KIND: DIRECTION,
}
export const YES_OR_NO = YES
