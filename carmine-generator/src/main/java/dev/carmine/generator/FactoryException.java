package dev.carmine.generator;

import javax.lang.model.element.Element;

/** A factory breaks a rule; the message tells its author what to do. */
final class FactoryException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Where the compiler shall point. */
    private final transient Element element;

    FactoryException(Element element, String message) {
        super(message);
        this.element = element;
    }

    Element element() {
        return element;
    }
}
