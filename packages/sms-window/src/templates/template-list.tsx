import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { TextTemplate } from '@baton/contracts';
import { foldedText, soughtIn } from '@baton/directory';
import { flushSync, useHost, useSheet } from '@baton/module-kit';
import { IconButton, TemplatesIcon, holdsFocus } from '@baton/ui';
import { useTexts } from '../texts';
import { fillIn } from './fill-in';
import type { TemplatesProps } from './templates';
import sheet from './templates.css';
import { part } from '../parts';

/** Begins an empty text that asks for a template. */
const sign = '/';

/** The templates that fit what is typed, above the field that keeps focus, and a button that shows all. */
export function TemplateList({ templates, fields, field, text, onEdit, keys, onActive }: TemplatesProps) {
  useSheet(sheet);
  const { adapters } = useHost();
  const { t } = useTexts();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [isAsked, setAsked] = useState(false);
  const [isDismissed, setDismissed] = useState(false);
  const [place, setPlace] = useState(0);
  const hasFocus = useFocus(field);

  const hasSign = text.startsWith(sign) && !text.includes('\n');
  if (isDismissed && !hasSign) setDismissed(false);
  const isSought = hasSign && !isDismissed;
  const isOpen = hasFocus && (isAsked || isSought);
  const query = isSought ? soughtIn(text.slice(sign.length)) : '';
  const found = isOpen ? templates.filter((template) => says(template, query)) : [];
  const active = Math.min(place, found.length - 1);
  const chosen = found[active];
  const option = chosen && `${id}-${chosen.id}`;

  useEffect(() => setPlace(0), [query, isOpen]);
  useEffect(() => {
    onActive(isOpen ? { list: id, option } : undefined);
    return () => onActive(undefined);
  }, [onActive, id, isOpen, option]);
  useEffect(() => {
    if (isOpen) adapters.announcer.announce(t('sms.templates.count', { count: found.length }), { id });
  }, [adapters, t, id, isOpen, found.length]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [option]);

  const close = () => {
    setAsked(false);
    setDismissed(hasSign);
  };

  const choose = (template: TextTemplate) => {
    const element = field.current;
    if (!element) return;
    const [start, end] = isSought ? [0, text.length] : [element.selectionStart, element.selectionEnd];
    const { text: filled, open } = fillIn(template.text, fields);
    setAsked(false);
    flushSync(() => onEdit(text.slice(0, start) + filled + text.slice(end)));
    element.focus();
    element.setSelectionRange(start + (open?.start ?? filled.length), start + (open?.end ?? filled.length));
  };

  useLayoutEffect(() => {
    keys.current = ({ key, altKey, ctrlKey, metaKey, shiftKey, nativeEvent }) => {
      if (!isOpen || nativeEvent.isComposing || altKey || ctrlKey || metaKey || shiftKey) return false;
      if (key === 'Escape') close();
      else if (key === 'ArrowDown' && found.length > 0) setPlace((active + 1) % found.length);
      else if (key === 'ArrowUp' && found.length > 0) setPlace((active + found.length - 1) % found.length);
      else if (key === 'Enter' && chosen) choose(chosen);
      else {
        // What else is typed goes into the text, where it narrows the list only after the sign.
        if (isAsked && key.length === 1) setAsked(false);
        return false;
      }
      return true;
    };
    return () => {
      keys.current = undefined;
    };
  });

  return (
    <>
      {isOpen && (
        // The field keeps focus, whatever is pressed here.
        <div className="sms-templates" part={part('templates')} onMouseDown={(event) => event.preventDefault()}>
          <div ref={list} id={id} role="listbox" aria-label={t('sms.templates')}>
            {found.map((template, index) => (
              <button
                key={template.id}
                id={`${id}-${template.id}`}
                className="sms-template"
                part={part('template', index === active && 'template-current')}
                type="button"
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                onMouseMove={() => setPlace(index)}
                onClick={() => choose(template)}
              >
                <span className="sms-template-name">{template.name}</span>
                <span className="sms-template-text" dir="auto" translate="no">
                  {fillIn(template.text, fields).text}
                </span>
              </button>
            ))}
          </div>
          {found.length === 0 && <p className="sms-template-none">{t('sms.templates.count', { count: 0 })}</p>}
        </div>
      )}
      <IconButton
        icon={TemplatesIcon}
        label={t('sms.templates')}
        size="sm"
        part={part('templates-open')}
        aria-expanded={isOpen}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          if (isOpen) return close();
          setDismissed(false);
          setAsked(true);
          field.current?.focus();
        }}
      />
    </>
  );
}

function says({ name, text }: TextTemplate, query: string): boolean {
  return foldedText(name).includes(query) || foldedText(text).includes(query);
}

function useFocus(field: TemplatesProps['field']): boolean {
  const [hasFocus, setFocus] = useState(false);
  useEffect(() => {
    const element = field.current;
    if (!element) return undefined;
    const look = () => setFocus(holdsFocus(element));
    look();
    element.addEventListener('focus', look);
    element.addEventListener('blur', look);
    return () => {
      element.removeEventListener('focus', look);
      element.removeEventListener('blur', look);
    };
  }, [field]);
  return hasFocus;
}
