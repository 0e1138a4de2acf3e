"""Look."""

from __future__ import annotations

from ...schema import Words
from ..parts import checklist, picture, text, tip
from ..schema import LessonSeed, ModuleSeed

LOOK = ModuleSeed(
    key="look",
    title=Words("Mirar", "Look"),
    summary=Words("Antes de comprar nada, mira lo que hay.", "Before you buy anything, look."),
    lessons=(
        LessonSeed(
            key="four-kinds",
            title=Words("Cuatro tipos de piel", "Four kinds of skin"),
            summary=Words(
                "Seca, grasa, mixta, sensible: en qué se notan.",
                "Dry, oily, combination, sensitive: how to tell.",
            ),
            minutes=6,
            blocks=(
                text(
                    es="""
                    La piel cambia con el clima, la edad y lo que le pones. Por eso un tipo de
                    piel no es un apellido: es cómo está hoy.

                    ### Seca

                    Tira después de lavarla y a veces se descama, sobre todo en mejillas y
                    alrededor de la boca. Pide grasa: cremas y aceites, y un limpiador que no haga
                    mucha espuma.

                    ### Grasa

                    Brilla a mediodía y sus poros se ven. Pide agua y limpieza suave: si la
                    resecas, produce más grasa. También necesita hidratación, solo que ligera.

                    ### Mixta

                    Brilla en la frente, la nariz y el mentón, y tira en las mejillas. Se trata
                    por zonas: la misma crema, pero más en los lados que en el centro. Si dudas,
                    empieza por aquí.

                    ### Sensible

                    Se enrojece o arde con facilidad. Pide pocas cosas, sin perfume, y probadas
                    antes en el brazo. Puede ser sensible y además seca o grasa: una cosa no quita
                    la otra.

                    ### Lo que no es un tipo de piel

                    Un grano suelto, una semana de mal dormir, la cara tirante después de un
                    vuelo. Eso pasa. No cambies toda tu rutina por tres días raros; espera dos
                    semanas y vuelve a mirar.
                    """,
                    en="""
                    Skin changes with the weather, with age and with what you put on it. A kind of
                    skin is no family name: it is how it is today.

                    ### Dry

                    Feels tight after washing and may flake, above all on the cheeks and around
                    the mouth. It asks for fat: creams and oils, and a cleanser that does not
                    lather much.

                    ### Oily

                    Shines by noon and shows its pores. It asks for water and gentle cleansing: if
                    you dry it out, it makes more oil. It needs moisture as well, only a light
                    one.

                    ### Combination

                    Shines on forehead, nose and chin and feels tight on the cheeks. Treat it by
                    zones: the same cream, but more on the sides than in the middle. If you are
                    not sure, begin here.

                    ### Sensitive

                    Turns red or stings easily. It asks for few things, unscented, and tried on
                    the arm first. It can be sensitive and dry, or sensitive and oily: one does
                    not rule out the other.

                    ### What is not a kind of skin

                    A single pimple, a week of bad sleep, a tight face after a flight. Those
                    things happen. Do not change your whole routine over three odd days; wait two
                    weeks and look again.
                    """,
                ),
                tip(
                    tone="remember",
                    es="Una mancha que crece, sangra o cambia de color no es cosmética: la "
                    "mira un médico.",
                    en="A spot that grows, bleeds or changes color is not cosmetics: a doctor "
                    "looks at it.",
                ),
            ),
        ),
        LessonSeed(
            key="tissue-test",
            title=Words("La prueba del pañuelo", "The tissue test"),
            summary=Words(
                "Veinte minutos para saber cómo está tu piel hoy.",
                "Twenty minutes to know how your skin is today.",
            ),
            minutes=20,
            blocks=(
                picture("skin_cream"),
                text(
                    es="""
                    Hazla una mañana sin prisa y sin maquillaje. Necesitas un limpiador suave, una
                    toalla, un pañuelo de papel y una ventana.

                    Mientras esperas los veinte minutos no te toques la cara ni te acerques a la
                    estufa: el vapor y las manos cambian el resultado.
                    """,
                    en="""
                    Do it on a morning without hurry and without makeup. You need a gentle
                    cleanser, a towel, a paper tissue and a window.

                    While you wait for the twenty minutes, do not touch your face or stand over
                    the stove: steam and hands change the result.
                    """,
                ),
                checklist(
                    Words("Paso a paso", "Step by step"),
                    Words(
                        "Lávate la cara con un limpiador suave y agua tibia",
                        "Wash your face with a gentle cleanser and warm water",
                    ),
                    Words("Sécala sin frotar y no te pongas nada", "Pat it dry and put nothing on"),
                    Words("Espera veinte minutos", "Wait twenty minutes"),
                    Words(
                        "Apoya un pañuelo en frente, nariz, mentón y mejillas",
                        "Press a tissue on forehead, nose, chin and cheeks",
                    ),
                    Words(
                        "Míralo a contraluz y anota dónde quedó grasa",
                        "Hold it to the light and note where it shows oil",
                    ),
                ),
                text(
                    es="""
                    ### Cómo leerlo

                    - **Grasa en todas las zonas:** piel grasa.
                    - **Solo en frente, nariz y mentón:** mixta.
                    - **En ninguna, y la cara tira:** seca.
                    - **En ninguna, y estás cómoda:** normal. No todo necesita un nombre ni un
                      producto.
                    - **Enrojecimiento o ardor en cualquier caso:** súmale sensible.

                    ### Qué hacer con la respuesta

                    Compárala con lo que usas. Si tu piel es seca y tu limpiador deja la cara
                    chirriando, ya sabes qué cambiar primero. Si es grasa y no usas crema porque
                    crees que sobra, prueba una ligera dos semanas. Cambia una sola cosa: así
                    sabrás qué la mejoró.
                    """,
                    en="""
                    ### How to read it

                    - **Oil in every zone:** oily skin.
                    - **Only on forehead, nose and chin:** combination.
                    - **Nowhere, and your face feels tight:** dry.
                    - **Nowhere, and you are comfortable:** normal. Not everything needs a name or
                      a product.
                    - **Redness or stinging in any case:** add sensitive.

                    ### What to do with the answer

                    Compare it with what you use. If your skin is dry and your cleanser leaves it
                    squeaking, you know what to change first. If it is oily and you use no cream
                    because you think it is too much, try a light one for two weeks. Change one
                    thing only: that way you will know what helped.
                    """,
                ),
                tip(
                    es="Repítela cuando cambie el clima: en tierra caliente y en tierra fría "
                    "no sale igual.",
                    en="Do it again when the weather turns: summer and winter do not look the "
                    "same.",
                ),
            ),
        ),
    ),
)
