import type { BatonOptions } from '@baton/host-kit';

/** How agents of this shell reject. For the first three Baton has words for senders. */
export const declining: BatonOptions['declining'] = {
  reasons: [
    {
      id: 'busy',
      label: { en: 'Busy', de: 'Beschäftigt', fr: 'Indisponible', es: 'Sin disponibilidad', ar: 'انشغال' },
    },
    {
      id: 'notMyTopic',
      label: {
        en: 'Not my topic',
        de: 'Nicht mein Thema',
        fr: 'Pas mon domaine',
        es: 'No es mi tema',
        ar: 'خارج الاختصاص',
      },
    },
    {
      id: 'endOfShift',
      label: { en: 'End of shift', de: 'Schichtende', fr: 'Fin de service', es: 'Fin del turno', ar: 'نهاية المناوبة' },
    },
    {
      id: 'otherLanguage',
      label: { en: 'Other language', de: 'Andere Sprache', fr: 'Autre langue', es: 'Otro idioma', ar: 'لغة أخرى' },
    },
  ],
  freeText: true,
};
