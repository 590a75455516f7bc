const address = { type: 'string', pattern: '^https://' };

/**
 * An event of PagerDuty's Events API v2 as its documentation describes it ("Send an Alert Event", "PD-CEF"): the fields,
 * which of them are required, what they may be and how long.
 */
export const pagerdutyEvent = {
  type: 'object',
  required: ['routing_key', 'event_action'],
  additionalProperties: false,
  properties: {
    routing_key: { type: 'string', minLength: 32, maxLength: 32 },
    event_action: { enum: ['trigger', 'acknowledge', 'resolve'] },
    dedup_key: { type: 'string', maxLength: 255 },
    client: { type: 'string' },
    client_url: address,
    links: {
      type: 'array',
      items: {
        type: 'object',
        required: ['href'],
        additionalProperties: false,
        properties: { href: address, text: { type: 'string' } },
      },
    },
    images: { type: 'array' },
    payload: {
      type: 'object',
      required: ['summary', 'source', 'severity'],
      additionalProperties: false,
      properties: {
        summary: { type: 'string', minLength: 1, maxLength: 1024 },
        source: { type: 'string', minLength: 1 },
        severity: { enum: ['critical', 'error', 'warning', 'info'] },
        timestamp: {
          type: 'string',
          pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)$',
        },
        component: { type: 'string' },
        group: { type: 'string' },
        class: { type: 'string' },
        custom_details: { type: 'object' },
      },
    },
  },
  allOf: [
    {
      if: { properties: { event_action: { const: 'trigger' } } },
      then: { required: ['payload'] },
      else: { required: ['dedup_key'] },
    },
  ],
} as const;
